package dev.kulanz.desk;

/** How far the sample portfolio is filled; there is one in the demo only. */
public interface FillProgress {

    boolean isDone();

    /** 0 to 100. */
    int percent();
}
