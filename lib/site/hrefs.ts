import type { Route } from "next";

type Id = bigint | number | string;
type Query = Record<string, string | number | undefined>;

/** First part of the path of each kind of page; lib/site/subjectOf reads what these write. */
export const sections = {
  datanets: "datanets",
  contributions: "contributions",
  models: "models",
  receipts: "receipts",
  contributors: "contributors",
  governance: "governance",
  validators: "validators",
  disputes: "disputes",
  epochs: "epochs",
} as const;

/** `path?query` without empty values, so that a default never shows in the URL. */
export function withQuery(path: string, query: Query): Route {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return (text ? `${path}?${text}` : path) as Route;
}

export const datanetHref = (id: Id, query: Query = {}) => withQuery(`/${sections.datanets}/${id}`, query);
export const contributeHref = (datanet: Id) => `/${sections.datanets}/${datanet}/contribute` as Route;
export const contributionHref = (datanet: Id, id: Id) =>
  `/${sections.datanets}/${datanet}/${sections.contributions}/${id}` as Route;
/** @param question what its field holds at first; nothing is asked by opening the page */
export const playgroundHref = (model?: Id, question?: string) =>
  withQuery("/playground", { model: model === undefined ? undefined : String(model), question });
export const accountHref = "/account" as Route;
export const modelHref = (id: Id) => `/${sections.models}/${id}` as Route;
export const newModelHref = "/models/new" as Route;
export const receiptHref = (id: string) => `/${sections.receipts}/${id}` as Route;
export const receiptsHref = (query: { [name in "q" | "model" | "payer" | "epoch" | "page"]?: Query[string] } = {}) =>
  withQuery(`/${sections.receipts}`, query);
export const contributorHref = (address: string, query: Query = {}) =>
  withQuery(`/${sections.contributors}/${address.toLowerCase()}`, query);
export const proposalHref = (id: Id) => `/${sections.governance}/${id}` as Route;
export const proposalsHref = (query: Query = {}) => withQuery(`/${sections.governance}`, query);
export const proposeHref = (query: { parameter?: string } = {}) => withQuery(`/${sections.governance}/new`, query);
export const delegatesHref = (query: { to?: string; sort?: string; page?: number } = {}) =>
  withQuery(`/${sections.governance}/delegates`, query);
export const controlHref = `/${sections.governance}/control` as Route;
export const validatorsHref = `/${sections.validators}` as Route;
export const disputesHref = `/${sections.disputes}` as Route;
export const epochsHref = `/${sections.epochs}` as Route;
export const providersHref = "/providers" as Route;
/** A provider’s row: it has no page of its own. */
export const providerHref = (id: Id) => `${providersHref}#provider-${id}` as Route;
export const validatorHref = (id: Id, query: Query = {}) => withQuery(`/${sections.validators}/${id}`, query);
export const caseHref = (id: Id) => `/${sections.disputes}/${id}` as Route;
export const startCaseHref = `/${sections.disputes}/new` as Route;
export const newCaseHref = (subject: "epoch" | "asset" | "contribution", id: Id) =>
  withQuery(`/${sections.disputes}/new`, { subject, id: String(id) });
export const epochHref = (id: Id) => `/${sections.epochs}/${id}` as Route;
export const stakeHref = (asset?: Id) =>
  withQuery("/stake", { target: asset === undefined ? undefined : String(asset) });
