-- What history binds of a person is digests with this salt: erased with the person, they tell nothing (decision 0054).
ALTER TABLE "person" ADD COLUMN "salt" UUID NOT NULL DEFAULT gen_random_uuid();
