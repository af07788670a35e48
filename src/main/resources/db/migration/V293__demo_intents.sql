-- What debtors of the sample portfolio have in mind; only the demo writes here.
create table demo_intent (
    case_number text primary key,
    on_day      date not null,
    deed        text not null,
    amount      numeric(14, 2)
);
create index demo_intent_by_day on demo_intent (on_day);
