package heaplab.heap;

/**
 * How the end of the heap moves: by sbrk, up in chunks when nothing fits, down when the last block
 * is free and large. Few large steps cost few calls of the system, and memory that is not used yet.
 * Source: lecture 2, "The malloc/free Functions"; CS:APP 3e, section 9.9.12 (chunks).
 *
 * @param chunkBytes least growth, bytes: a positive multiple of the alignment
 * @param trimBytes least size of a free last block of which whole chunks are given back; 0: never
 * @param limitBytes most bytes the heap can have, 0 to 2^30
 */
public record Growth(int chunkBytes, int trimBytes, int limitBytes) {
    public Growth {
        if (chunkBytes <= 0)
            throw new IllegalArgumentException(
                    "chunk of %d bytes: expected a positive multiple of the alignment"
                            .formatted(chunkBytes));
        if (trimBytes < 0)
            throw new IllegalArgumentException(
                    "trim at %d bytes: expected 0 (never) or more".formatted(trimBytes));
    }

    Growth withChunk(int bytes) {
        return new Growth(bytes, trimBytes, limitBytes);
    }

    Growth withTrim(int bytes) {
        return new Growth(chunkBytes, bytes, limitBytes);
    }

    Growth withLimit(int bytes) {
        return new Growth(chunkBytes, trimBytes, bytes);
    }

    /** For example "chunks of 4096", or "chunks of 4096, trim at 131072". */
    @Override
    public String toString() {
        return "chunks of " + chunkBytes + (trimBytes == 0 ? "" : ", trim at " + trimBytes);
    }
}
