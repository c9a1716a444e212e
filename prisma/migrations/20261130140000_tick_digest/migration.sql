-- A tick names what it accepted, so that it outlives a revision that left it as it was (decision 0045). Ticks from before have none
-- and stay with their revision.
ALTER TABLE "tick" ADD COLUMN     "digest" TEXT;
ALTER TABLE "tick" ADD CONSTRAINT "tick_digest_sha256" CHECK ("digest" ~ '^[0-9a-f]{64}$');
