package dev.kulanz.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which process variables a delegate cannot work without, and which it always sets: so the model check knows it too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface NeedsAndSets {

    CaseVariable[] needs() default {};

    CaseVariable[] sets() default {};
}
