-- What is in force is looked at again by the checks of a newer release, which may refuse it by now.
alter table model_warning add severity text not null default 'WARNING' check (severity in ('WARNING', 'REFUSAL'));
