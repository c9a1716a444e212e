-- What an office's paper says besides its name: where it is, and where its head signs.
ALTER TABLE "office" ADD COLUMN "address" TEXT NOT NULL DEFAULT '', ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
