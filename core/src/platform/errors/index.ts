export * from './app-error';
export {
  fault,
  faultCodes,
  faultText,
  says,
  type FaultCode,
  type FaultValues,
  type FieldFault,
} from './faults';
export { parse } from './parse';
