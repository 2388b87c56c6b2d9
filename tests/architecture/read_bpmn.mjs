// Opens BPMN files as a modeller does and tells what it saw: node read_bpmn.mjs MODULE FILE...
import { readFile } from "node:fs/promises";

const [module, ...files] = process.argv.slice(2);
const { BpmnModdle } = await import(module);

async function read(file) {
  const { rootElement, references, warnings } = await new BpmnModdle().fromXML(
    await readFile(file, "utf8"),
  );
  const [process] = rootElement.rootElements;
  const [{ plane }] = rootElement.diagrams;
  const elements = process.flowElements;
  return {
    warnings: warnings.map(({ message }) => message),
    unread: references.filter(({ element, property }) => !element.get(property)).length,
    titles: elements.filter((one) => one.$type !== "bpmn:SequenceFlow" && one.name).map((one) => one.name),
    answers: elements.filter((one) => one.$type === "bpmn:SequenceFlow" && one.name).map((one) => one.name),
    elements: elements.map(({ id }) => id),
    drawn: plane.planeElement.map(({ bpmnElement }) => bpmnElement.id),
  };
}

console.log(JSON.stringify(await Promise.all(files.map(read))));
