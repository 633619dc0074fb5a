package heaplab.heap;

/**
 * How block sizes are divided into classes, each with a list of its own. Classes are numbered from
 * 0 and rise with the size. Source: lecture 2, "Keeping Track of Free Blocks"; CS:APP 3e, section
 * 9.9.14.
 */
public interface SizeClasses {
    /** Number of classes, at most 256. */
    int count();

    /** The class of blocks of this many bytes, 8 or more, tags included. */
    int of(int size);

    /** Bytes of the smallest blocks of a class. */
    int least(int sizeClass);
}
