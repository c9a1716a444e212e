-- What a person attached on a day of the region is one row, and not counted from each file of that day with each that comes (decision 0056).
-- CreateTable
CREATE TABLE "attached_day" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "attached_day_pkey" PRIMARY KEY ("person_id","day")
);

-- AddForeignKey
ALTER TABLE "attached_day" ADD CONSTRAINT "attached_day_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "attached_day" ADD CONSTRAINT "attached_day_bytes" CHECK ("bytes" >= 0);
-- room for the next version of a row beside it
ALTER TABLE "attached_day" SET (fillfactor = 50);

INSERT INTO "attached_day" ("person_id", "day", "bytes")
SELECT w."person_id", region_day(a."at"), sum(a."bytes")
FROM "attachment" a
JOIN (SELECT 'post:' || "id" AS actor, "person_id" FROM "post" UNION ALL SELECT 'key:' || "id", "owner_id" FROM "api_key") w ON w.actor = a."by"
WHERE a."at" > now() - interval '2 days'
GROUP BY 1, 2;
