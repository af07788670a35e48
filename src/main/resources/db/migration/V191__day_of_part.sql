-- Of a part of an invoice to which the creditor gave no number: the day that tells it from the others; null of any other item.
create function day_of_part(item open_item) returns date language sql stable as $$
    select case when item.given_instalment is null and exists (
        select from open_item o
        where o.creditor_id = item.creditor_id and o.invoice_id = item.invoice_id and o.id <> item.id)
    then item.due_date end
$$;
