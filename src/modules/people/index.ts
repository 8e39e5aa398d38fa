export {
  contributePersonFigures,
  personFigureNames,
  personFigures,
  type FigureName,
  type FigureSource,
  type PersonFigure,
} from './person-figures.ts'
