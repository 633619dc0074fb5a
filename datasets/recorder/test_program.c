/* A program whose allocations are known: test_record.py says what its recording must be. */
#define _GNU_SOURCE
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Every call once, in an order that the test repeats line by line. */
static void calls(void) {
    char *p = malloc(24), *q = realloc(NULL, 11);
    p = realloc(p, 48);
    p = realloc(p, 100000);
    free(p);
    free(NULL);
    if (realloc(q, 0)) abort();
    p = calloc(3, 7);
    if (realloc(p, SIZE_MAX / 2)) abort(); /* refused: p stays */
    p[20] = 1;
    if (malloc(SIZE_MAX / 2) || calloc(SIZE_MAX / 2, 4)) abort();
    p = aligned_alloc(64, 128);
    free(p);
    if (posix_memalign((void **)&p, 64, 100) || (uintptr_t)p % 64) abort();
    if (posix_memalign((void **)&q, 3, 100) == 0) abort();
    p = realloc(p, 101);
    p = memalign(32, 50);
    if ((uintptr_t)valloc(10) % getpagesize()) abort();
    p = pvalloc(1);
    p = reallocarray(NULL, 4, 5);
    p = reallocarray(p, 5, 5);
    if (reallocarray(p, SIZE_MAX / 2, 4)) abort();
    p = strdup("12345");
    p = malloc(0);
    free(p);
    _exit(0);
}

/* Threads pass blocks to each other, so an address is freed by one and given to another. */
static _Atomic(void *) table[64];

static void *exchange(void *seed) {
    uint64_t dice = (uintptr_t)seed;
    for (int i = 0; i < 40000; i++) {
        dice = dice * 6364136223846793005u + 1442695040888963407u;
        _Atomic(void *) *slot = &table[dice >> 58];
        void *block = atomic_exchange(slot, NULL);
        size_t bytes = 1 + (dice >> 40) % 300;
        if (dice >> 32 & 1) {
            free(block);
            block = malloc(bytes);
        } else {
            block = realloc(block, bytes);
        }
        free(atomic_exchange(slot, block));
    }
    return NULL;
}

static void threads(void) {
    pthread_t thread[4];
    for (uintptr_t i = 0; i < 4; i++) pthread_create(&thread[i], NULL, exchange, (void *)(i + 1));
    for (int i = 0; i < 4; i++) pthread_join(thread[i], NULL);
    for (int i = 0; i < 64; i++) free(table[i]);
}

/* Children are made while another thread allocates; what they allocate is their own affair. */
static void *allocate(void *stop) {
    while (!atomic_load((atomic_int *)stop)) free(malloc(4444));
    return NULL;
}

static void forks(void) {
    atomic_int stop = 0;
    pthread_t thread;
    void *mine = malloc(1111);
    pthread_create(&thread, NULL, allocate, &stop);
    for (int i = 0; i < 100; i++) {
        pid_t child = fork();
        if (child == 0) {
            for (int k = 0; k < 50; k++) mine = realloc(mine, 2222);
            for (int k = 0; k < 50; k++) malloc(5555);
            _exit(0);
        }
        waitpid(child, NULL, 0);
    }
    atomic_store(&stop, 1);
    pthread_join(thread, NULL);
    free(mine);
    malloc(3333);
}

/* More events than fit in one window of the file, in spite of closed descriptors. */
static void many(void) {
    if (chdir("/")) abort();
    for (int i = 3; i < 100; i++) close(i);
    for (int i = 0; i < 100000; i++) free(malloc(i % 1000 + 1));
    kill(getpid(), SIGKILL);
}

int main(int count, char **arguments) {
    const char *what = count > 1 ? arguments[1] : "";
    if (strcmp(what, "calls") == 0) calls();
    if (strcmp(what, "threads") == 0) threads();
    if (strcmp(what, "forks") == 0) forks();
    if (strcmp(what, "many") == 0) many();
    if (strcmp(what, "exec") == 0) {
        malloc(6666);
        execl(arguments[0], arguments[0], "calls", NULL);
    }
    return 0;
}
