-- What day it is depends on where the region is, not on the server: at 02.00 in Nunukan UTC still has yesterday.
-- A region that has no setting yet is where `default-settings.ts` says.
CREATE FUNCTION "region_day"(instant timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (instant AT TIME ZONE COALESCE((SELECT "value"->>'zone' FROM "setting" WHERE "key" = 'region'), 'Asia/Makassar'))::date
$$;

-- Asked for once in each statement, not for each name of an office.
CREATE OR REPLACE VIEW "office_now" AS
  SELECT DISTINCT ON (o."id") o."id", o."kind", o."code", o."confidence", o."path",
         s."name", s."short_name", s."parent_id", s."urusan", s."from", s."to"
  FROM "office" o JOIN "office_span" s ON s."office_id" = o."id"
  WHERE s."from" <= (SELECT region_day(now()))
  ORDER BY o."id", s."from" DESC;
