package dev.kulanz.decisions;

/**
 * Has no classes to give, not even Java's own: whatever a table asks for by name is not there. {@link PermittedFeel}
 * lets no table through that asks; should one get past, it still can't call anything.
 */
final class NoClasses extends ClassLoader {

    NoClasses() {
        super(null);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        throw new ClassNotFoundException("A rule may not use " + name);
    }
}
