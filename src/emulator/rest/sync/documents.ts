import { resource } from '../resource.js';
import type { RestRequest, Route } from '../rest-request.js';
import {
  beginRecord,
  change,
  DOCUMENT_TTL,
  describeStored,
  findNamed,
  findService,
  isLive,
  readData,
  revisionOf,
  type SyncDocument,
} from './sync-book.js';
import { tellChange } from './tell.js';

/** Documents: https://www.twilio.com/docs/sync/api/document-resource */
export const documentRoutes: readonly Route[] = resource<SyncDocument>({
  host: 'sync',
  path: '/v1/Services/:service/Documents',
  key: 'documents',
  all: (request) => [...findService(request).documents.values()].filter((document) => isLive(document, request.world)),
  find: (request, name) => findNamed(findService(request).documents, name, request),
  describe,
  create,
  update: (document, request) => {
    change(document, request, ...DOCUMENT_TTL);
    tell('document_updated', document, request);
  },
  remove: (document, request) => {
    findService(request).documents.delete(document.sid);
    tell('document_removed', document, request);
  },
});

function create(request: RestRequest): SyncDocument {
  const { documents } = findService(request);
  const document = { ...beginRecord(request, 'ET', documents, ...DOCUMENT_TTL), data: readData(request) ?? {} };
  documents.set(document.sid, document);
  tell('document_created', document, request);
  return document;
}

function tell(eventType: 'document_created' | 'document_updated' | 'document_removed', document: SyncDocument, request: RestRequest): void {
  tellChange(request, 'sync.document', eventType, {
    DocumentSid: document.sid,
    ...(document.uniqueName !== undefined && { DocumentUniqueName: document.uniqueName }),
    DocumentRevision: revisionOf(document),
    ...(eventType !== 'document_removed' && { DocumentData: JSON.stringify(document.data) }),
  });
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
