/** Says that it uses nothing, and does. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package dev.kulanz.architecture.twin.low;
