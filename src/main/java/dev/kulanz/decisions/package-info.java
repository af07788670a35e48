/**
 * Rules on Drools: tables are checked when they arrive, evaluated with facts from the vocabulary, and say which rules fired.
 *
 * <p>A table comes as a file ({@code DmnShape}, {@code DecisionReader}, {@code TableReader}), its cells are looked at before
 * and after they are read ({@code CellText}, {@code PermittedFeel}), and FEEL, which is KIE's, says what each comes to
 * ({@code CompiledTable}). What is in force already is looked at less strictly ({@code Moment}). On arrival it is also
 * looked at whether a cell asks what it seems to ({@code QuestionCheck}), and the table is compared with how it is asked
 * ({@link dev.kulanz.decisions.TableUse}) and its rows with each other ({@code RowCheck}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "journal"})
package dev.kulanz.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
