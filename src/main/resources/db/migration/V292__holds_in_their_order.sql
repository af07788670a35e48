-- What is held back is listed by the day on which somebody looks or it ends: the list begins there and ends when it is full.
create index item_hold_in_order on item_hold ((coalesce(look_on, until_date))) where lifted_at is null;
