package dev.kulanz.desk;

/** How far the sample portfolio is filled; there is one in the demo only. */
public interface FillProgress {

    boolean isDone();

    /** It stopped on the way; the log says why. */
    boolean hasFailed();

    /** 0 to 100. */
    int percent();
}
