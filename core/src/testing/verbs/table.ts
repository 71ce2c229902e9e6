import { text } from 'node:stream/consumers';
import * as apiKeys from '../../api-keys';
import * as auditLog from '../../audit-log';
import * as bankStatements from '../../bank-statements';
import * as company from '../../company';
import * as customers from '../../customers';
import * as documents from '../../documents';
import * as eInvoices from '../../e-invoices';
import * as exportsFeature from '../../exports';
import * as files from '../../files';
import * as imports from '../../imports';
import * as invoices from '../../invoices';
import * as ledger from '../../ledger';
import * as members from '../../members';
import * as offers from '../../offers';
import * as numberSeries from '../../number-series';
import * as orders from '../../orders';
import * as payments from '../../payments';
import type { Ctx } from '../../platform/context';
import { withTx } from '../../platform/tx';
import * as products from '../../products';
import * as recurringInvoices from '../../recurring-invoices';
import * as reminders from '../../reminders';
import * as reports from '../../reports';
import * as taxes from '../../taxes';
import * as tenants from '../../tenants';
import { invoicesVerbs, ledgerVerbs, paymentsVerbs } from './money';
import { forAdmins, forAnalysts, job, list, read, write, type Verb } from './verb';
import { mt940, pixel } from './world';

export const features = {
  'api-keys': apiKeys,
  'audit-log': auditLog,
  'bank-statements': bankStatements,
  company,
  customers,
  documents,
  'e-invoices': eInvoices,
  exports: exportsFeature,
  files,
  imports,
  invoices,
  ledger,
  members,
  offers,
  'number-series': numberSeries,
  orders,
  payments,
  products,
  'recurring-invoices': recurringInvoices,
  reminders,
  reports,
  taxes,
  tenants,
};
export type Feature = keyof typeof features;

const never = new AbortController().signal;
const item = { title: 'Lantern', quantity: '1', unitPrice: '1' };
const by = { name: 'Ann Lee' };
const monthly = { frequency: 'monthly', on: { kind: 'last-day' }, start: '2026-01-01' } as const;
const note = { notes: 'changed' };
const bankFile = { fileName: 'b.sta', content: Buffer.from(mt940('Other')).toString('base64') };
const versionOf = async (ctx: Ctx) => (await company.companyProfile(ctx)).version;

/** Every verb, by its name in the index of its feature. */
export const verbs: Record<Feature, Record<string, Verb>> = {
  'api-keys': {
    createApiKey: write((ctx) => apiKeys.createApiKey(ctx, { name: 'k', scopes: ['orders:read'] }), {
      ...forAdmins,
      abroad: 'own',
    }),
    listApiKeys: list((ctx) => apiKeys.listApiKeys(ctx), forAdmins),
    revokeApiKey: write((ctx, { key }) => apiKeys.revokeApiKey(ctx, key), forAdmins),
  },
  'audit-log': {
    historyOf: list((ctx, { order }) => auditLog.historyOf(ctx, 'order', order)),
    listAudit: list((ctx, { order }) => auditLog.listAudit(ctx, { entityId: order }), { refused: 'admin' }),
  },
  'bank-statements': {
    getBankStatement: read((ctx, world) => bankStatements.getBankStatement(ctx, world.bankStatement)),
    getBankTransaction: read((ctx, { movement }) => bankStatements.getBankTransaction(ctx, movement)),
    ignoreBankTransaction: write((ctx, { movement }) => bankStatements.ignoreBankTransaction(ctx, movement)),
    importBankFile: write((ctx) => bankStatements.importBankFile(ctx, bankFile), { abroad: 'own' }),
    listBankStatements: list((ctx) => bankStatements.listBankStatements(ctx)),
    listBankTransactions: list((ctx) => bankStatements.listBankTransactions(ctx)),
    previewBankFile: write((ctx) => bankStatements.previewBankFile(ctx, bankFile), { abroad: 'own' }),
    reopenBankTransaction: write((ctx, { movement }) => bankStatements.reopenBankTransaction(ctx, movement)),
  },
  company: {
    archiveBankAccount: write((ctx, { account }) => company.archiveBankAccount(ctx, account), forAdmins),
    bankAccounts: { ...list((ctx) => company.bankAccounts(ctx)), open: true },
    companyProfile: { ...list((ctx) => company.companyProfile(ctx)), abroad: 'own', open: true },
    createBankAccount: write(
      (ctx) => company.createBankAccount(ctx, { name: 'Other', accountNumber: '1', currency: 'GBP' }),
      { ...forAdmins, abroad: 'own' },
    ),
    getBankAccount: read((ctx, { account }) => company.getBankAccount(ctx, account)),
    getCompanyProfile: { ...list((ctx) => company.getCompanyProfile(ctx)), abroad: 'own' },
    listBankAccounts: list((ctx) => company.listBankAccounts(ctx)),
    previewDocument: list((ctx) => company.previewDocument(ctx, { kind: 'invoice', language: 'en' }), {
      abroad: 'own',
    }),
    removeLogo: write((ctx) => versionOf(ctx).then((version) => company.removeLogo(ctx, version)), {
      ...forAdmins,
      abroad: 'own',
    }),
    restoreBankAccount: write((ctx, { account }) => company.restoreBankAccount(ctx, account), forAdmins),
    setDefaultBankAccount: write(
      (ctx, { account }) => company.setDefaultBankAccount(ctx, account),
      forAdmins,
    ),
    setLogo: write((ctx) => versionOf(ctx).then((version) => company.setLogo(ctx, version, pixel)), {
      ...forAdmins,
      abroad: 'own',
      storage: true,
    }),
    updateBankAccount: write(
      (ctx, { account }) => company.updateBankAccount(ctx, account, 1, { name: 'Other' }),
      forAdmins,
    ),
    updateCompanyProfile: write(
      (ctx) =>
        versionOf(ctx).then((version) => company.updateCompanyProfile(ctx, version, { paper: 'letter' })),
      {
        ...forAdmins,
        abroad: 'own',
      },
    ),
  },
  customers: {
    archiveCustomer: write((ctx, { customer }) => customers.archiveCustomer(ctx, customer)),
    bulkCustomers: write((ctx, { customer }) =>
      customers.bulkCustomers(ctx, { action: 'archive', ids: [customer] }),
    ),
    createCustomer: write((ctx) => customers.createCustomer(ctx, { name: 'New' }), { abroad: 'own' }),
    getCustomer: read((ctx, { customer }) => customers.getCustomer(ctx, customer)),
    insertCustomers: write(
      (ctx) => customers.insertCustomers(ctx, [{ name: 'New', externalNumber: 'C-2' }]),
      {
        abroad: 'own',
      },
    ),
    listCustomers: list((ctx) => customers.listCustomers(ctx, { archived: 'all' })),
    matchCustomers: list((ctx) => customers.matchCustomers(ctx, ['C-1'])),
    restoreCustomer: write((ctx, { customer }) => customers.restoreCustomer(ctx, customer)),
    suggestCustomers: list((ctx) => customers.suggestCustomers(ctx, 'ours')),
    updateCustomer: write((ctx, { customer }) => customers.updateCustomer(ctx, customer, 1, note)),
  },
  documents: {
    documentsToPrint: { ...job((ctx, { document }) => documents.documentsToPrint(ctx, [document])) },
    getDocument: read((ctx, { document }) => documents.getDocument(ctx, document)),
    markPrinted: job((ctx, { document }) =>
      documents.markPrinted(ctx, document, { objectKey: 'documents/a.pdf', sha256: 'a', bytes: 1, pages: 1 }),
    ),
    markPrintFailed: job((ctx, { document }) => documents.markPrintFailed(ctx, [document])),
    openDocumentPdf: read((ctx, { printed }) => documents.openDocumentPdf(ctx, printed)),
    reprintDocument: write((ctx, { document }) => documents.reprintDocument(ctx, document)),
    viewDocument: read((ctx, { document }) => documents.viewDocument(ctx, document)),
  },
  'e-invoices': {
    eInvoiceFile: read((ctx, { document }) => eInvoices.eInvoiceFile(ctx, document, 'ubl')),
    eInvoiceProblems: read((ctx, { document }) => eInvoices.eInvoiceProblems(ctx, document, 'xrechnung')),
  },
  exports: {
    cancelExport: write((ctx, world) => exportsFeature.cancelExport(ctx, world.export), {
      refused: 'viewer',
    }),
    createExport: write(
      (ctx) => exportsFeature.createExport(ctx, { resource: 'orders', format: 'csv', filters: {} }),
      { refused: 'viewer', abroad: 'own' },
    ),
    failExport: { ...job((ctx, world) => exportsFeature.failExport(ctx, world.export)), storage: true },
    getExport: read((ctx, world) => exportsFeature.getExport(ctx, world.export), { refused: 'viewer' }),
    listExports: list((ctx) => exportsFeature.listExports(ctx), { refused: 'viewer' }),
    openExport: read((ctx, world) => exportsFeature.openExport(ctx, world.export), { refused: 'viewer' }),
    runExport: { ...job((ctx, world) => exportsFeature.runExport(ctx, world.export, never)), storage: true },
  },
  files: {
    completeUpload: write((ctx, { file }) => files.completeUpload(ctx, file)),
    deleteFile: write((ctx, { file }) => files.deleteFile(ctx, file)),
    getFile: read((ctx, { file }) => files.getFile(ctx, file)),
    listFiles: list((ctx, { customer }) =>
      files.listFiles(ctx, { subjectType: 'customer', subjectId: customer }),
    ),
    namesOfSubjects: list((ctx, { customer }) =>
      files.namesOfSubjects(ctx, [{ subjectType: 'customer', subjectId: customer }]),
    ),
    openFile: read((ctx, { file }) => files.openFile(ctx, file)),
    requestUpload: write((ctx, { customer }) =>
      files.requestUpload(ctx, { subjectType: 'customer', subjectId: customer, name: 'a.txt', bytes: 1 }),
    ),
  },
  imports: {
    advanceImport: { ...job((ctx, world) => imports.advanceImport(ctx, world.import, never)), storage: true },
    cancelImport: write((ctx, world) => imports.cancelImport(ctx, world.import)),
    createImport: write((ctx) => imports.createImport(ctx, { fileName: 'a.csv', bytes: 1 }), {
      abroad: 'own',
    }),
    createImportFrom: write(
      (ctx) => imports.createImportFrom(ctx, { fileName: 'a.csv', bytes: 1, body: Buffer.from('a') }),
      { abroad: 'own', storage: true },
    ),
    failImport: job((ctx, world) => imports.failImport(ctx, world.import)),
    getImport: read((ctx, world) => imports.getImport(ctx, world.import), { refused: 'analyst' }),
    importUploaded: write((ctx, world) => imports.importUploaded(ctx, world.import), { storage: true }),
    listImports: list((ctx) => imports.listImports(ctx), { refused: 'analyst' }),
    openImportReport: read((ctx, world) => imports.openImportReport(ctx, world.import), {
      refused: 'analyst',
    }),
    planImport: write((ctx, world) =>
      imports.planImport(ctx, world.import, { mapping: { orderNumber: 0 } }, 1),
    ),
    reinspectImport: write((ctx, world) =>
      imports.reinspectImport(ctx, world.import, { encoding: 'utf-8', delimiter: ';' }, 1),
    ),
    startImport: write((ctx, world) => imports.startImport(ctx, world.import)),
  },
  members: {
    changeRole: write(
      (ctx, { member }) => members.changeRole(ctx, { userId: member, role: 'analyst' }),
      forAdmins,
    ),
    inviteMember: write((ctx) => members.inviteMember(ctx, { email: 'more@example.test', role: 'viewer' }), {
      ...forAdmins,
      abroad: 'own',
    }),
    listInvitations: list((ctx) => members.listInvitations(ctx), { refused: 'analyst' }),
    listMembers: list((ctx) => members.listMembers(ctx), { refused: 'analyst', abroad: 'own' }),
    removeMember: write((ctx, { member }) => members.removeMember(ctx, member), forAdmins),
    revokeInvitation: write((ctx, { invitation }) => members.revokeInvitation(ctx, invitation), forAdmins),
  },
  offers: {
    acceptOffer: write((ctx, { offer }) => offers.acceptOffer(ctx, offer, by)),
    bulkOffers: write((ctx, { offer }) => offers.bulkOffers(ctx, { action: 'withdraw', ids: [offer] })),
    createOffer: write(
      (ctx, { customer }) => offers.createOffer(ctx, { customerId: customer, items: [item] }),
      {
        abroad: 'invalid',
      },
    ),
    declineOffer: write((ctx, { offer }) => offers.declineOffer(ctx, offer, by)),
    deleteOffer: write((ctx, world) => offers.deleteOffer(ctx, world.offerDraft)),
    getOffer: read((ctx, { offer }) => offers.getOffer(ctx, offer)),
    listOffers: list((ctx, { customer }) => offers.listOffers(ctx, { customerId: customer })),
    offerOfOrder: { ...list((ctx, { order }) => offers.offerOfOrder(ctx, order)), abroad: 'own' },
    orderOffer: write((ctx, { offer }) => offers.orderOffer(ctx, offer)),
    reviseOffer: write((ctx, { offer }) => offers.reviseOffer(ctx, offer)),
    sendOffer: write((ctx, world) => offers.sendOffer(ctx, world.offerDraft)),
    updateOffer: write((ctx, { offer }) => offers.updateOffer(ctx, offer, 1, note)),
    withdrawOffer: write((ctx, { offer }) => offers.withdrawOffer(ctx, offer)),
  },
  'number-series': {
    listNumberSeries: list((ctx) => numberSeries.listNumberSeries(ctx), { abroad: 'own' }),
    patternOf: { ...list((ctx) => numberSeries.patternOf(ctx, 'invoice')), abroad: 'own', open: true },
    takeNumber: job((ctx) => withTx(ctx, (ctx) => numberSeries.takeNumber(ctx, 'invoice', '2026-11-29'))),
    updateNumberSeries: write(
      (ctx) => numberSeries.updateNumberSeries(ctx, 'order', 1, { pattern: 'A{0}' }),
      {
        ...forAdmins,
        abroad: 'own',
      },
    ),
  },
  orders: {
    bulkOrders: write((ctx, { order }) => orders.bulkOrders(ctx, { action: 'archive', ids: [order] })),
    cancelOrder: write((ctx, { order }) => orders.cancelOrder(ctx, order)),
    closeOrder: write((ctx, { order }) => orders.closeOrder(ctx, order)),
    createOrder: write(
      (ctx, { customer }) => orders.createOrder(ctx, { customerId: customer, items: [item] }),
      {
        abroad: 'invalid',
      },
    ),
    customerFigures: read((ctx, { customer }) => orders.customerFigures(ctx, customer)),
    fulfilOrder: write((ctx, { order }) => orders.fulfilOrder(ctx, order)),
    gatherCustomerFigures: job((ctx) => orders.gatherCustomerFigures(ctx)),
    getOrder: read((ctx, { order }) => orders.getOrder(ctx, order)),
    listOrders: list((ctx, { customer }) => orders.listOrders(ctx, { customerId: customer })),
    orderFigures: read((ctx) => orders.orderFigures(ctx), { abroad: 'own' }),
    placeOrder: write((ctx, { draft }) => orders.placeOrder(ctx, draft)),
    rebuildCustomerFigures: write((ctx) => orders.rebuildCustomerFigures(ctx), {
      ...forAdmins,
      abroad: 'own',
    }),
    rebuildOrderDays: write((ctx) => orders.rebuildOrderDays(ctx), { ...forAdmins, abroad: 'own' }),
    updateOrder: write((ctx, { order }) => orders.updateOrder(ctx, order, 1, note)),
  },
  payments: paymentsVerbs,
  products: {
    archiveProduct: write((ctx, { product }) => products.archiveProduct(ctx, product)),
    bulkProducts: write((ctx, { product }) =>
      products.bulkProducts(ctx, { action: 'archive', ids: [product] }),
    ),
    createProduct: write((ctx) => products.createProduct(ctx, { sku: 'P-2', name: 'New', unitPrice: '1' }), {
      abroad: 'own',
    }),
    getProduct: read((ctx, { product }) => products.getProduct(ctx, product)),
    insertProducts: write(
      (ctx) => products.insertProducts(ctx, [{ sku: 'P-3', name: 'New', unitPrice: '1' }]),
      {
        abroad: 'own',
      },
    ),
    listProducts: list((ctx) => products.listProducts(ctx, { archived: 'all' })),
    matchProducts: list((ctx) => products.matchProducts(ctx, ['P-1'])),
    restoreProduct: write((ctx, { product }) => products.restoreProduct(ctx, product)),
    suggestProducts: list((ctx) => products.suggestProducts(ctx, 'ours')),
    updateProduct: write((ctx, { product }) => products.updateProduct(ctx, product, 1, { name: 'Other' })),
  },
  invoices: invoicesVerbs,
  ledger: ledgerVerbs,
  'recurring-invoices': {
    createRecurringInvoice: write(
      (ctx, { customer }) =>
        recurringInvoices.createRecurringInvoice(ctx, {
          name: 'New',
          customerId: customer,
          rule: monthly,
          template: { items: [item] },
        }),
      { abroad: 'invalid' },
    ),
    endRecurringInvoice: write((ctx, { series }) => recurringInvoices.endRecurringInvoice(ctx, series)),
    getRecurringInvoice: read((ctx, { series }) => recurringInvoices.getRecurringInvoice(ctx, series)),
    listRecurringInvoices: list((ctx) => recurringInvoices.listRecurringInvoices(ctx)),
    pauseRecurringInvoice: write((ctx, { series }) => recurringInvoices.pauseRecurringInvoice(ctx, series)),
    previewRecurrence: read((ctx) => recurringInvoices.previewRecurrence(ctx, { rule: monthly }), {
      abroad: 'own',
    }),
    replanRecurringInvoices: job((ctx) => recurringInvoices.replanRecurringInvoices(ctx)),
    resumeRecurringInvoice: write((ctx, { series }) => recurringInvoices.resumeRecurringInvoice(ctx, series)),
    retryRecurringInvoice: write((ctx, { series }) => recurringInvoices.retryRecurringInvoice(ctx, series)),
    runRecurringInvoices: write((ctx) => recurringInvoices.runRecurringInvoices(ctx, never), {
      abroad: 'own',
    }),
    settleRecurringRuns: write((ctx, { series }) => recurringInvoices.settleRecurringRuns(ctx, series)),
    updateRecurringInvoice: write((ctx, { series }) =>
      recurringInvoices.updateRecurringInvoice(ctx, series, 1, { name: 'Other' }),
    ),
  },
  reminders: {
    createReminderLevel: write((ctx) => reminders.createReminderLevel(ctx, { name: 'New', days: 90 }), {
      ...forAdmins,
      abroad: 'own',
    }),
    createStandardReminderLevels: write((ctx) => reminders.createStandardReminderLevels(ctx), {
      ...forAdmins,
      abroad: 'own',
    }),
    getReminderLetter: read((ctx, { level }) => reminders.getReminderLetter(ctx, level)),
    getReminderSettings: read((ctx) => reminders.getReminderSettings(ctx), { abroad: 'own' }),
    listReminderLetters: list((ctx, { customer }) =>
      reminders.listReminderLetters(ctx, { customerId: customer }),
    ),
    listReminderLevels: list((ctx) => reminders.listReminderLevels(ctx)),
    listReminderPauses: list((ctx) => reminders.listReminderPauses(ctx)),
    listReminderProposals: list((ctx, { customer }) =>
      reminders.listReminderProposals(ctx, { customerId: customer }),
    ),
    pauseReminders: write((ctx, { customer }) => reminders.pauseReminders(ctx, { customerId: customer }), {
      abroad: 'invalid',
    }),
    previewReminder: read((ctx, { customer }) =>
      reminders.previewReminder(ctx, { customerId: customer, currency: 'GBP' }),
    ),
    removeReminderLevel: write((ctx, { level }) => reminders.removeReminderLevel(ctx, level), forAdmins),
    replanReminders: job((ctx) => reminders.replanReminders(ctx)),
    resumeReminders: write((ctx, { customer }) => reminders.resumeReminders(ctx, customer)),
    runReminders: write((ctx) => reminders.runReminders(ctx, never), { abroad: 'own' }),
    sendReminders: write((ctx, { customer }) =>
      reminders.sendReminders(ctx, { letters: [{ customerId: customer, currency: 'GBP' }] }),
    ),
    skipReminders: write((ctx, { customer }) =>
      reminders.skipReminders(ctx, { letters: [{ customerId: customer, currency: 'GBP' }] }),
    ),
    updateReminderLevel: write(
      (ctx, { level }) => reminders.updateReminderLevel(ctx, level, 1, { name: 'Other' }),
      forAdmins,
    ),
    updateReminderSettings: write((ctx) => reminders.updateReminderSettings(ctx, 1, { mode: 'send' }), {
      ...forAdmins,
      abroad: 'own',
    }),
  },
  reports: {
    followLedger: job((ctx) => reports.followLedger(ctx)),
    invoiceFigures: read((ctx) => reports.invoiceFigures(ctx), { abroad: 'own' }),
    openItems: read((ctx) => reports.openItems(ctx, {}), forAnalysts),
    openItemsCsv: read((ctx) => reports.openItemsCsv(ctx, {}, 'en'), forAnalysts),
    paymentJournal: read((ctx) => reports.paymentJournal(ctx, {}), forAnalysts),
    paymentJournalCsv: read(
      async (ctx) => text((await reports.paymentJournalCsv(ctx, {}, 'en')).chunks),
      forAnalysts,
    ),
    rebuildReports: write((ctx) => reports.rebuildReports(ctx), { ...forAdmins, abroad: 'own' }),
    revenue: read((ctx) => reports.revenue(ctx, { by: 'customer' }), forAnalysts),
    revenueCsv: read((ctx) => reports.revenueCsv(ctx, {}, 'en'), forAnalysts),
    taxReport: read((ctx) => reports.taxReport(ctx, {}), forAnalysts),
    taxReportCsv: read((ctx) => reports.taxReportCsv(ctx, {}, 'en'), forAnalysts),
  },
  taxes: {
    archiveTaxCategory: write((ctx, { tax }) => taxes.archiveTaxCategory(ctx, tax), forAdmins),
    createDefaultTaxes: write((ctx) => taxes.createDefaultTaxes(ctx, 'GB'), { ...forAdmins, abroad: 'own' }),
    createTaxCategory: write(
      (ctx) =>
        taxes.createTaxCategory(ctx, {
          code: 'S',
          name: 'Reduced',
          rates: [{ rate: '7', validFrom: '2021-01-01' }],
        }),
      { ...forAdmins, abroad: 'own' },
    ),
    getTaxCategory: read((ctx, { tax }) => taxes.getTaxCategory(ctx, tax)),
    listTaxCategories: list((ctx) => taxes.listTaxCategories(ctx), { abroad: 'own' }),
    loadTaxTable: { ...list((ctx) => taxes.loadTaxTable(ctx)), abroad: 'own', open: true },
    restoreTaxCategory: write((ctx, { tax }) => taxes.restoreTaxCategory(ctx, tax), forAdmins),
    setDefaultTaxCategory: write((ctx, { tax }) => taxes.setDefaultTaxCategory(ctx, tax), forAdmins),
    updateTaxCategory: write(
      (ctx, { tax }) => taxes.updateTaxCategory(ctx, tax, 1, { name: 'Other' }),
      forAdmins,
    ),
  },
  tenants: {
    getTenant: { ...list((ctx) => tenants.getTenant(ctx)), abroad: 'own', open: true },
    updateTenant: write((ctx) => tenants.updateTenant(ctx, { expectedVersion: 1, name: 'Other' }), {
      ...forAdmins,
      abroad: 'own',
    }),
  },
};
