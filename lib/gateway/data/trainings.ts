import { z } from "zod";
import { isDatanet } from "../../db/gateway/assets.ts";
import { orderTraining, type Training, trainingById } from "../../db/gateway/trainings.ts";
import { ledgerToCome, NotReadyError } from "../../db/ledgers.ts";
import { defaultOptions, labeller, MOST_ROWS, trainingId } from "../../influence/index.ts";
import { trainingSpec } from "../../storage/documentSchemas.ts";
import { ledgerRootInTurns } from "../../threads/ledgerRootInTurns.ts";
import type { Gateway } from "../Gateway.ts";
import { idField } from "../http/fields.ts";
import { badRequest, notFound, unavailable } from "../http/GatewayError.ts";
import { parseJson, readBytes } from "../http/readBody.ts";
import { json } from "../http/respond.ts";
import { rootNow } from "./rootNow.ts";

const MAX_BODY = 32 * 1024;
const MOST_DATANETS = 20;

const orderSchema = trainingSpec.extend({
  datanets: z
    .array(idField)
    .min(1, "must name one datanet at least")
    .max(MOST_DATANETS, `must name at most ${MOST_DATANETS} datanets`),
  dimensions: trainingSpec.shape.dimensions.default(defaultOptions.dimensions),
  penalty: trainingSpec.shape.penalty.default(defaultOptions.penalty),
});

/**
 * `POST /api/v1/trainings`: has a classifier trained on the newest versions of datanets, by label rules. Asking again for the same gives
 * the same training. Open to anybody, within a quota.
 */
export async function postTraining(gateway: Gateway, request: Request): Promise<Response> {
  gateway.quotas.trainings.countRequest(request);
  const body = await readBytes(request, MAX_BODY);
  gateway.quotas.trainings.countBytes(request, body.byteLength);
  const { datanets, ...spec } = parseJson(body, orderSchema);
  for (const id of datanets) {
    if (!(await isDatanet(gateway.sql, id)))
      throw notFound("datanets", `There is no datanet ${id}.`, "datanet_not_found");
  }
  const ledger = await ledgerNow(gateway, datanets);
  const labelOf = labeller(spec.labels);
  const labelled = ledger.filter(({ title }) => labelOf(title) !== undefined).length;
  if (labelled > MOST_ROWS) {
    throw badRequest("labels", `name ${labelled} contributions; one training takes ${MOST_ROWS}. Narrow the patterns.`);
  }
  const id = trainingId(await ledgerRootInTurns(ledger), spec);
  await orderTraining(gateway.sql, id, datanets, JSON.stringify(spec));
  return json(await toWire(gateway, (await trainingById(gateway.sql, id))!), { status: 201 });
}

/** `GET /api/v1/trainings/{id}`: how far it is, and what came of it. */
export async function getTraining(gateway: Gateway, id: string): Promise<Response> {
  const training = /^0x[0-9a-fA-F]{64}$/.test(id) ? await trainingById(gateway.sql, id) : null;
  if (!training) throw notFound("id", "There is no training under that id; start it again.", "training_not_found");
  return json(await toWire(gateway, training));
}

async function toWire(gateway: Gateway, training: Training) {
  const { id, datanets, state, stage, problem, ledgerRoot: root, cid, keccak, bytes, evaluation } = training;
  const spec = trainingSpec.parse(JSON.parse(training.spec));
  const done = state === "done";
  return {
    ...{ object: "training", id, datanets: datanets.map(String), state, stage, problem, ...spec, ledgerRoot: root },
    weights: done ? { cid, keccak, bytes } : null,
    evaluation: done ? evaluation : null,
    /** Whether a model registered now would have the ledger that was trained on. */
    isCurrent: done && (await isRootNow(gateway, datanets, root)),
  };
}

/** While a text is unread no model can be registered over the ledger: it is not current. */
const isRootNow = (gateway: Gateway, datanets: readonly bigint[], root: Training["ledgerRoot"]) =>
  rootNow(gateway.sql, datanets).then(
    (now) => now === root,
    (error: unknown) => {
      if (error instanceof NotReadyError) return false;
      throw error;
    },
  );

const ledgerNow = (gateway: Gateway, datanets: readonly bigint[]) =>
  ledgerToCome(gateway.sql, datanets).catch((error: unknown) => {
    throw error instanceof NotReadyError ? unavailable(error.message, "ledger_not_ready") : error;
  });
