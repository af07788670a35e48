/**
 * Models on their way into the engine: what the application ships, what a process owner deploys, and the check that every
 * new version passes before it is stored.
 */
@NullMarked
package dev.kulanz.journey.model;

import org.jspecify.annotations.NullMarked;
