/* recorder.c: writes down every call of malloc and its relatives that a program makes.
 *
 * Loaded before the C library (LD_PRELOAD) it stands between a program and its allocator.
 * It passes each call on and appends what happened to a file, three words per event:
 *
 *     malloc(24) == p         { 0, p, 24 }    there was nothing, now p has 24 bytes
 *     realloc(p, 48) == q     { p, q, 48 }    what was at p is at q, with 48 bytes
 *     free(q)                 { q, 0,  0 }
 *
 * The file is written through a mapping, so it is complete however the program ends: return,
 * _exit or a signal. A word of zeros where an event would begin is the end of the recording.
 *
 *     RECORDER_FILE       absolute path of the file; the process that creates it is recorded
 *     RECORDER_PROGRAM    record only a program of this name (as in cc1, which gcc starts)
 *     RECORDER_EACH       if set: record every process, each into FILE.PID.PROGRAM
 *     RECORDER_EVENTS     stop after about this many events
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct event {
    uint64_t old, new, bytes;
};

#define WINDOW_BYTES (65536 * sizeof(struct event))

/* ---- the recording ------------------------------------------------------------------------ */

/* Lies on a page of its own, which the kernel clears in a forked child. So a child neither
 * writes into its parent's file nor inherits a lock that another thread held. */
static struct recording {
    pthread_mutex_t lock;                       /* held from a call to its event */
    enum { UNDECIDED, RECORDING, SILENT } state; /* a forked child starts undecided */
    struct event *window, *next, *end;          /* the part of the file that is mapped */
    off_t length;                               /* of the file up to the window's end */
} *recording;                                   /* NULL: this program is not to be recorded */

static char prefix[PATH_MAX], path[PATH_MAX + 300];
static bool each_process;
static off_t most_events;

/* Opens the file anew for each window: a descriptor kept open could be closed by the program. */
static bool next_window(void) {
    int create = recording->length == 0 ? O_CREAT | O_EXCL : 0;
    int file = open(path, O_RDWR | O_CLOEXEC | create, 0600);
    if (file < 0) return false;
    if (recording->window) munmap(recording->window, WINDOW_BYTES);
    errno = posix_fallocate(file, recording->length, WINDOW_BYTES);
    void *window = errno ? MAP_FAILED
                         : mmap(NULL, WINDOW_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, file,
                                recording->length);
    close(file);
    if (window == MAP_FAILED) return false;
    recording->window = recording->next = window;
    recording->end = recording->next + WINDOW_BYTES / sizeof(struct event);
    recording->length += WINDOW_BYTES;
    return true;
}

static void advance(void) {
    int cancel;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel); /* open and close are such points */
    bool enough = recording->length / (off_t)sizeof(struct event) >= most_events;
    recording->state = !enough && next_window() ? RECORDING : SILENT;
    if (recording->state == SILENT && !enough && errno != EEXIST)
        dprintf(STDERR_FILENO, "recorder: cannot extend %s: %s\n", path, strerror(errno));
    pthread_setcancelstate(cancel, NULL);
}

static void start(void) {
    if (each_process)
        snprintf(path, sizeof path, "%s.%d.%s", prefix, getpid(), program_invocation_short_name);
    else
        snprintf(path, sizeof path, "%s", prefix);
    advance();
}

static void append(const void *old, const void *new, size_t bytes) {
    if (!old && !new) return; /* a refused request, or free(NULL) */
    if (recording->state == UNDECIDED) start();
    if (recording->state == RECORDING && recording->next == recording->end) advance();
    if (recording->state != RECORDING) return;
    *recording->next++ = (struct event){(uintptr_t)old, (uintptr_t)new, bytes};
}

static void forget(void) {
    memset(recording, 0, sizeof *recording);
}

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("RECORDER_FILE"), *only = getenv("RECORDER_PROGRAM");
    const char *events = getenv("RECORDER_EVENTS");
    if (!file || strlen(file) >= sizeof prefix) return;
    if (only && strcmp(only, program_invocation_short_name) != 0) return;
    strcpy(prefix, file);
    each_process = getenv("RECORDER_EACH") != NULL;
    most_events = events ? atoll(events) : LONG_MAX;
    void *page = mmap(NULL, sizeof *recording, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) return;
    recording = page;
    if (madvise(page, sizeof *recording, MADV_WIPEONFORK) != 0) pthread_atfork(NULL, NULL, forget);
    start();
}

/* ---- one call at a time ------------------------------------------------------------------- */

/* An event and its effect are one step, or a second thread could be given an address before the
 * free that made it available is in the file. What the allocator calls itself is not recorded. */
static __thread int depth __attribute__((tls_model("initial-exec")));

static void enter(void) {
    if (depth++ == 0 && recording) pthread_mutex_lock(&recording->lock);
}

static void leave(const void *old, const void *new, size_t bytes) {
    if (depth == 1 && recording) {
        int saved = errno;
        append(old, new, bytes);
        pthread_mutex_unlock(&recording->lock);
        errno = saved;
    }
    depth--;
}

/* ---- the real allocator, and one to find it with ------------------------------------------- */

static struct {
    void *(*malloc)(size_t);
    void *(*calloc)(size_t, size_t);
    void *(*realloc)(void *, size_t);
    void (*free)(void *);
    void *(*memalign)(size_t, size_t);
    void *(*aligned_alloc)(size_t, size_t);
    int (*posix_memalign)(void **, size_t, size_t);
} real;

static bool ready(void) {
    static enum { UNKNOWN, SEARCHING, FOUND } state;
    if (state == UNKNOWN) {
        state = SEARCHING;
#define FIND(name) *(void **)&real.name = dlsym(RTLD_NEXT, #name)
        FIND(malloc);
        FIND(calloc);
        FIND(realloc);
        FIND(free);
        FIND(memalign);
        FIND(aligned_alloc);
        FIND(posix_memalign);
        state = FOUND;
    }
    return state == FOUND;
}

/* dlsym may allocate while it looks for malloc: a bump allocator serves it, and never reuses. */
static _Alignas(16) char bootstrap[16384];
static size_t bootstrapped;

static void *bump(size_t bytes) {
    if (bytes > sizeof bootstrap - bootstrapped) return NULL;
    void *block = bootstrap + bootstrapped;
    bootstrapped += (bytes + 15) & ~(size_t)15;
    return block;
}

static bool is_bootstrap(const void *block) {
    uintptr_t address = (uintptr_t)block, first = (uintptr_t)bootstrap;
    return address >= first && address < first + sizeof bootstrap;
}

/* ---- the calls ----------------------------------------------------------------------------- */

void *malloc(size_t bytes) {
    if (!ready()) return bump(bytes);
    enter();
    void *block = real.malloc(bytes);
    leave(NULL, block, bytes);
    return block;
}

void *calloc(size_t count, size_t bytes) {
    if (!ready()) return bump(count * bytes);
    enter();
    void *block = real.calloc(count, bytes);
    leave(NULL, block, count * bytes);
    return block;
}

void *realloc(void *old, size_t bytes) {
    if (is_bootstrap(old)) {
        void *block = malloc(bytes);
        size_t most = bootstrap + sizeof bootstrap - (char *)old; /* its size is not known */
        return block ? memmove(block, old, bytes < most ? bytes : most) : NULL;
    }
    if (!ready()) return bump(bytes);
    enter();
    void *block = real.realloc(old, bytes);
    bool refused = block == NULL && bytes > 0;
    leave(refused ? NULL : old, block, bytes);
    return block;
}

void free(void *block) {
    if (is_bootstrap(block) || !ready()) return;
    enter();
    real.free(block);
    leave(block, NULL, 0);
}

void *memalign(size_t alignment, size_t bytes) {
    if (!ready()) return NULL;
    enter();
    void *block = real.memalign(alignment, bytes);
    leave(NULL, block, bytes);
    return block;
}

void *aligned_alloc(size_t alignment, size_t bytes) {
    if (!ready()) return NULL;
    enter();
    void *block = real.aligned_alloc(alignment, bytes);
    leave(NULL, block, bytes);
    return block;
}

int posix_memalign(void **block, size_t alignment, size_t bytes) {
    if (!ready()) return ENOMEM;
    enter();
    int error = real.posix_memalign(block, alignment, bytes);
    leave(NULL, error ? NULL : *block, bytes);
    return error;
}

void *reallocarray(void *old, size_t count, size_t bytes) {
    size_t all;
    if (!__builtin_mul_overflow(count, bytes, &all)) return realloc(old, all);
    errno = ENOMEM;
    return NULL;
}

void *valloc(size_t bytes) {
    return memalign(sysconf(_SC_PAGESIZE), bytes);
}

void *pvalloc(size_t bytes) {
    size_t page = sysconf(_SC_PAGESIZE);
    return memalign(page, (bytes + page - 1) & ~(page - 1));
}
