import { resource } from '../resource.js';
import type { RestRequest, Route } from '../rest-request.js';
import { beginRecord, change, describeStored, findNamed, findService, isLive, readData, type SyncDocument } from './sync-book.js';

/** Documents: https://www.twilio.com/docs/sync/api/document-resource */
export const documentRoutes: readonly Route[] = resource<SyncDocument>({
  host: 'sync',
  path: '/v1/Services/:service/Documents',
  key: 'documents',
  all: (request) => [...findService(request).documents.values()].filter((document) => isLive(document, request.world)),
  find: (request, name) => findNamed(findService(request).documents, name, request),
  describe,
  create,
  update: change,
  remove: ({ sid }, request) => {
    findService(request).documents.delete(sid);
  },
});

function create(request: RestRequest): SyncDocument {
  const { documents } = findService(request);
  const document = { ...beginRecord(request, 'ET', documents), data: readData(request) ?? {} };
  documents.set(document.sid, document);
  return document;
}

function describe(document: SyncDocument, request: RestRequest): object {
  const { sid: service } = findService(request);
  const url = `https://sync.twilio.com/v1/Services/${service}/Documents/${document.sid}`;
  return {
    ...describeStored(document),
    account_sid: request.account,
    data: document.data,
    links: { permissions: `${url}/Permissions` },
    service_sid: service,
    sid: document.sid,
    unique_name: document.uniqueName ?? null,
    url,
  };
}
