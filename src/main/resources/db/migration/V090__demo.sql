create table demo_state (
    name  text primary key,
    value text not null
);
