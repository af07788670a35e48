package dev.kulanz.journey.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** Service tasks call a delegate of the application, by its name and nothing else. */
final class ServiceRule implements ModelRule {

    private static final Pattern NAME = Pattern.compile("\\$\\{\\s*(\\w+)\\s*}");

    private final KnownNames known;

    ServiceRule(KnownNames known) {
        this.known = known;
    }

    @Override
    public void check(ProcessModel model, Report report) {
        for (ServiceTask task : model.all(ServiceTask.class)) {
            String delegate = ProcessModel.camunda(task, "delegateExpression");
            Matcher name = NAME.matcher(delegate);
            if (delegate.isEmpty()) {
                report.add(
                        task, "The task does nothing yet. Choose a template, or one of the delegates: " + delegates());
            } else if (!name.matches()) {
                report.add(
                        task, "“%s” is not the name of a delegate. Write one of %s".formatted(delegate, delegates()));
            } else if (!known.delegates().containsKey(name.group(1))) {
                report.add(task, "There is no delegate %s. Use one of %s".formatted(delegate, delegates()));
            }
        }
    }

    private String delegates() {
        return Words.list(known.delegates().keySet().stream().map("${%s}"::formatted));
    }
}
