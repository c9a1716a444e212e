-- Scopes that no route asks for are not offered any more; a key that had one could do nothing with it.
UPDATE "api_key" SET "scopes" = array_remove(array_remove("scopes", 'audit.read'), 'edition.manage')
WHERE "scopes" && ARRAY['audit.read', 'edition.manage'];
