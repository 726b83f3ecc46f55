import { describe, expect, it } from "vitest";
import { buildDefinition } from "../build-definition.js";
import { compile } from "./compile.js";
import { fillSlots } from "./slots.js";
import type { FoundEntity } from "./state.js";

const FLOWS = `
flows:
  - id: ticket
    intents: [ticket]
    slots:
      from: { entity: city, role: from, ask: "from where?" }
      to: { entity: city, role: to, ask: "where to?" }
    steps: [{ collect: from }, { collect: to }, { say: "{from} {to}" }]
  - id: stay
    intents: [stay]
    slots:
      town: { entity: city, ask: "which town?" }
      after: { entity: city, role: to, ask: "and then?" }
    steps: [{ collect: town }, { collect: after }]
`;

const decide = { answerThreshold: 0.6, clarifyThreshold: 0.3, margin: 0.1 };
const { definition } = buildDefinition(
  [{ file: "f.yaml", text: FLOWS }],
  { name: "t", locale: "en", fallback: "dunno", decide },
  { actions: [] },
);
const { programs } = compile(definition);
const [ticket, stay] = [programs.get("ticket")!, programs.get("stay")!];

const city = (text: string, role?: string): FoundEntity => ({
  entity: "city",
  text,
  value: text.toUpperCase(),
  ...(role !== undefined && { role }),
});

describe("slots with a role", () => {
  it("take the entity with that role, in whatever order they are said", () => {
    expect(fillSlots(ticket, {}, [city("rome", "to"), city("oslo", "from")])).toEqual({ from: "OSLO", to: "ROME" });
    expect(fillSlots(ticket, {}, [city("rome", "to")])).toEqual({ to: "ROME" });
  });

  it("are not filled by what has no role or another one, unless they are asked for", () => {
    expect(fillSlots(ticket, {}, [city("rome"), city("oslo", "via")])).toEqual({});
    const asked = { slot: "from", text: "oslo it is" };
    expect(fillSlots(ticket, {}, [city("oslo")], asked)).toEqual({ from: "OSLO" });
    expect(fillSlots(ticket, {}, [city("oslo", "via")], asked)).toEqual({ from: "OSLO" });
  });

  it("leave to another open slot what is said for that one", () => {
    const asked = { slot: "from", text: "I go to rome" };
    expect(fillSlots(ticket, {}, [city("rome", "to")], asked)).toEqual({ to: "ROME" });
    expect(fillSlots(ticket, { to: "PARIS" }, [city("rome", "to")], asked)).toEqual({ to: "PARIS", from: "ROME" });
  });

  it("take a reply that is no more than a name for the answer to the question, whatever its role seems to be", () => {
    expect(fillSlots(ticket, {}, [city("rome", "to")], { slot: "from", text: "Rome!".toLowerCase() })).toEqual({
      from: "ROME",
    });
  });

  it("go before slots that take any", () => {
    expect(fillSlots(stay, {}, [city("rome", "to"), city("oslo")])).toEqual({ town: "OSLO", after: "ROME" });
    expect(fillSlots(stay, {}, [city("oslo", "from")])).toEqual({ town: "OSLO" });
  });
});
