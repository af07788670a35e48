package dev.kulanz.access;

/**
 * Somebody of the staff.
 *
 * @param name what he logs in with; never changes
 * @param displayName what colleagues call him
 * @param scope the creditors he may see
 * @param enabled whether he may log in
 */
public record User(String name, String displayName, Role role, CreditorScope scope, boolean enabled) {}
