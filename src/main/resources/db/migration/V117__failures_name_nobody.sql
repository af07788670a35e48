-- What was said of failures until now may name a person, and no erasure would find it. What a table said stays.
update failure set said = null where decision is null;
