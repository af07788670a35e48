-- Numbers that begin with zeros, by what a spreadsheet leaves of them: an import asks whether it meets one of these again.
create index debtor_without_zeros on debtor (creditor_id, ltrim(external_id, '0')) where external_id like '0%';
create index open_item_without_zeros on open_item (creditor_id, ltrim(invoice_id, '0')) where invoice_id like '0%';

-- From now on what can't be seen tells no two ids apart, and hyphens and widths are one. Ids that came in with such are
-- written without, so that the next file finds them; where that one is there already, both stay: nobody can tell here which
-- is meant.
create function folded_id(id text) returns text language sql immutable as $$
    select btrim(regexp_replace(regexp_replace(
               translate(id, '‐‑‒–—―−﹘﹣０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ－／．',
                         '---------0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-/.'),
               '[\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0001-\U000e007f\U000e0100-\U000e01ef]', '', 'g'),
               '[\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g'))
$$;

update debtor d set external_id = folded_id(d.external_id)
where d.external_id ~ '[^ -~]|  ' and folded_id(d.external_id) not in ('', d.external_id) and not exists (
    select from debtor o where o.creditor_id = d.creditor_id and o.id <> d.id
                           and (o.external_id = folded_id(d.external_id) or (o.external_id ~ '[^ -~]|  '
                                and folded_id(o.external_id) = folded_id(d.external_id))));

update open_item i set invoice_id = folded_id(i.invoice_id)
where i.invoice_id ~ '[^ -~]|  ' and folded_id(i.invoice_id) not in ('', i.invoice_id) and not exists (
    select from open_item o where o.creditor_id = i.creditor_id and o.id <> i.id
                              and (o.invoice_id = folded_id(i.invoice_id) or (o.invoice_id ~ '[^ -~]|  '
                                   and folded_id(o.invoice_id) = folded_id(i.invoice_id))));

-- A payment may be reported again: it names the debtor and the invoice as they are now.
update payment p set external_id = folded_id(p.external_id)
where p.external_id ~ '[^ -~]|  |^ | $' and folded_id(p.external_id) not in ('', p.external_id) and not exists (
    select from payment o where o.creditor_id = p.creditor_id and o.id <> p.id
                            and (o.external_id = folded_id(p.external_id) or (o.external_id ~ '[^ -~]|  |^ | $'
                                 and folded_id(o.external_id) = folded_id(p.external_id))));
update payment set invoice_id = folded_id(invoice_id)
where invoice_id ~ '[^ -~]|  |^ | $' and folded_id(invoice_id) not in ('', invoice_id);

drop function folded_id(text);
