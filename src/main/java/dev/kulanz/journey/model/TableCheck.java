package dev.kulanz.journey.model;

import java.util.List;

/** Says what keeps the table in a DMN file from being used; the file's bare name and its text are given. */
@FunctionalInterface
interface TableCheck {

    List<String> check(String file, String text);
}
