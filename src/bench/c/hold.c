/*
 * The yardstick of the event list: a binary heap of (time, sequence, event) by hand, on the hold model: take the
 * earliest of n pending events, schedule one a random delay later, and so on. Prints nanoseconds a hold.
 * Usage: hold PENDING HOLDS exponential|bimodal
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct {
    int64_t time;
    uint64_t sequence;
    int32_t event;
} entry;

static entry *heap;
static int size;
static uint64_t next_sequence;
static uint64_t state = 0x9E3779B97F4A7C15ULL;

static uint64_t next_long(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* Drawn beforehand and taken in turn, as in Delays.java: the list is what is measured, and not the logarithm. */
#define DRAWN 4096
static int64_t drawn[DRAWN];
static unsigned taken;

static void draw(int bimodal) {
    for (int i = 0; i < DRAWN; i++) {
        double u = (double) (next_long() >> 11) * 0x1.0p-53;
        double mean = bimodal && (next_long() & 15) == 0 ? 1e12 : 1e9;
        drawn[i] = (int64_t) (-mean * log(1 - u));
    }
}

static int64_t delay(void) {
    return drawn[taken++ & (DRAWN - 1)];
}

static int before(const entry *a, const entry *b) {
    return a->time < b->time || (a->time == b->time && a->sequence < b->sequence);
}

static void push(int64_t time, int32_t event) {
    entry e = {time, next_sequence++, event};
    int hole = size++;
    while (hole > 0 && before(&e, &heap[(hole - 1) / 2])) {
        heap[hole] = heap[(hole - 1) / 2];
        hole = (hole - 1) / 2;
    }
    heap[hole] = e;
}

static entry pop(void) {
    entry top = heap[0];
    entry last = heap[--size];
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
        if (child + 1 < size && before(&heap[child + 1], &heap[child])) {
            child++;
        }
        if (!before(&heap[child], &last)) {
            break;
        }
        heap[hole] = heap[child];
        hole = child;
    }
    heap[hole] = last;
    return top;
}

int main(int argc, char **argv) {
    if (argc != 4) {
        fprintf(stderr, "usage: hold PENDING HOLDS exponential|bimodal\n");
        return 2;
    }
    int pending = atoi(argv[1]);
    long holds = atol(argv[2]);
    draw(strcmp(argv[3], "bimodal") == 0);
    heap = malloc((size_t) (pending + 1) * sizeof(entry));
    for (int i = 0; i < pending; i++) {
        push(delay(), i);
    }
    for (int i = 0; i < 2 * pending; i++) {
        entry e = pop();
        push(e.time + delay(), e.event);
    }
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (long i = 0; i < holds; i++) {
        entry e = pop();
        push(e.time + delay(), e.event);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    double nanos = (double) (to.tv_sec - from.tv_sec) * 1e9 + (double) (to.tv_nsec - from.tv_nsec);
    printf("%.3f\n", nanos / (double) holds);
    return 0;
}
