import { Types } from "mongoose";

/** Who acted, where a field must name somebody and their account is erased. */
export const nobody = new Types.ObjectId("000000000000000000000000");
