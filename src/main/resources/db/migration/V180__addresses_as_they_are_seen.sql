-- Addresses of representatives and creditors that came in with what can't be seen (soft hyphens, zero widths, marks of direction)
-- or in full width: with it they lead nowhere, or to another mailbox.
create function pg_temp.seen(address text) returns text immutable language sql as $$
    select translate(
        regexp_replace(address,
            '[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u202a\u202c\u202d\u2060-\u2064\u2066\u2068\u2069\u3164\ufe00-\ufe0f\ufeff\uffa0]',
            '', 'g'),
        '－．０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ＿ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
        '-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz')
$$;
update representative set email = pg_temp.seen(email) where email <> pg_temp.seen(email);
update creditor set email = pg_temp.seen(email) where email <> pg_temp.seen(email);
