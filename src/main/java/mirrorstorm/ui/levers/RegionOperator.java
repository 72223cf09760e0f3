package mirrorstorm.ui.levers;

import mirrorstorm.model.Intervention;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.ui.playback.SimulationThread;

/** What an operator can do to the control plane and to the API of a zone. */
public final class RegionOperator {

    private final SimulationThread simulation;

    public RegionOperator(SimulationThread simulation) {
        this.simulation = simulation;
    }

    /** Nothing passes between the control plane and the affected cluster any more. */
    public void cut() {
        simulation.intervene(new Intervention.CutControlPlane());
    }

    /** The link is back, for all that has piled up at once. */
    public void reconnect() {
        simulation.intervene(new Intervention.ReconnectControlPlane(new Rate(0)));
    }

    /** Calls of this kind to the zone are refused from now on, or taken again. */
    public void setRefused(String zone, RequestKind api, boolean isRefused) {
        simulation.intervene(
                isRefused ? new Intervention.DisableApi(zone, api) : new Intervention.EnableApi(zone, api));
    }
}
