-- How far the payments are known that a creditor's systems report.
create table payment_feed (
    creditor_id text primary key references creditor,
    rhythm      int not null default 1 check (rhythm between 0 and 60), -- reported every so many bank days; 0: none is expected
    seen_until  date,                                                   -- all payments of this day and before are known; null: nothing was reported yet
    fresh_until date,                                                   -- last day on which that is new enough to ask for money
    kept_fresh  boolean not null default false,                         -- of a sample, as long as nobody says how often it is fed
    alarmed_on  date                                                    -- the day on which somebody was told that it is too old
);

-- Whether what is known of this creditor's payments is too old to ask anybody for money.
create function payments_are_stale(of_creditor text, today date) returns boolean language sql stable as $$
    select exists (select from payment_feed f
                   where f.creditor_id = of_creditor and f.rhythm > 0 and not f.kept_fresh and f.fresh_until < today)
$$;
