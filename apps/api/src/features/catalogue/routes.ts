import { listCatalogues, reader } from '@sepakat/db'
import { handlers } from '#http/route.ts'
import { correct } from './correct.ts'
import { listRows } from './listRows.ts'
import { declineProposal, previewProposal, publishProposal } from './proposal.ts'
import { previewVersion, publishVersion } from './versions.ts'
import { catalogueView } from './view.ts'

export const catalogueHandlers = handlers({
  'GET /catalogues': async ({ db }) => ({ items: (await listCatalogues(reader(db))).map(catalogueView) }),
  'GET /catalogues/:type/:form/rows': asked => listRows(reader(asked.db), asked),
  'POST /catalogues/:type/:form/corrections': asked => asked.write(tx => correct(tx, asked)),
  'POST /catalogues/:type/:form/versions/preview': asked => previewVersion(reader(asked.db), asked),
  'POST /catalogues/:type/:form/versions': asked => asked.write(tx => publishVersion(tx, asked)),
  'POST /catalogues/:type/:form/proposals/:n/preview': asked => previewProposal(reader(asked.db), asked),
  'POST /catalogues/:type/:form/proposals/:n/publish': asked => asked.write(tx => publishProposal(tx, asked)),
  'POST /catalogues/:type/:form/proposals/:n/decline': asked => asked.write(tx => declineProposal(tx, asked)),
})
