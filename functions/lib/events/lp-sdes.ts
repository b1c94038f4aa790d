/**
 * Engagement attributes. The unauthenticated part is what the web page claims and anybody could have typed; the
 * authenticated part is signed by the brand's identity provider and has another shape on chat than on messaging.
 * Source: developers.liveperson.com/third-party-bots-getting-started.html (example objects).
 */
export interface LpSdes {
  unauthenticatedSdes?: UnauthenticatedSdes | null;
  authenticatedSdes?: (Partial<ChatAuthenticatedSdes> & Partial<MessagingAuthenticatedSdes>) | null;
}

export interface UnauthenticatedSdes {
  customerInfo?: Attribute<{ customerInfo: CustomerInfo }>;
  personalInfo?: Attribute<{ personalInfo: PersonalInfo }>;
  cartStatus?: Attribute<Cart>;
  purchase?: Attribute<{ total: number; currency: string; orderId: string; cart: Cart }>;
  viewedProduct?: Attribute<{ currency: string; products: readonly { product: Product }[] }>;
  marketingCampaignInfo?: Attribute<{
    marketingCampaignInfo: { originatingChannel?: number; affiliate?: string; campaignId?: string };
  }>;
  lead?: Attribute<{ lead: { topic?: string; value?: number; leadId?: string; currency?: string } }>;
  serviceActivity?: Attribute<{
    serviceActivity: { topic?: string; status?: number; category?: string; serviceId?: string };
  }>;
  visitorError?: Attribute<{ visitorError: { message?: string; code?: string } }>;
}

export interface ChatAuthenticatedSdes {
  authenticatedParticipantInfo:
    (CustomerInfo & { isUserAuthenticated?: boolean; participantId?: string }) | null;
  authenticatedPersonalInfo: PersonalInfo | null;
}

export interface MessagingAuthenticatedSdes {
  customerInfo: Signed<{ type: 'ctmrinfo'; customerInfo: CustomerInfo }> | null;
  personalInfo: Signed<{ type: 'personal'; personalInfo: PersonalInfo }> | null;
}

export interface PersonalInfo {
  name?: string | null;
  surname?: string | null;
  customerAge?: { customerAgeInYears?: number } | null;
  contacts?: readonly Contact[] | null;
  gender?: string | null;
  company?: string | null;
  language?: string | null;
}

export interface Contact {
  email?: string | null;
  phone?: string | null;
  phoneType?: string | null;
  address?: unknown;
  preferredContactMethod?: string | null;
}

export interface CustomerInfo {
  customerId?: string | null;
  customerStatus?: string | null;
  customerType?: string | null;
  balance?: number | null;
  currency?: string | null;
  lastPaymentDate?: CalendarDate | null;
  registrationDate?: CalendarDate | null;
  loginStatus?: string | null;
  companyBranch?: string | null;
  socialId?: string | null;
  imei?: string | null;
  userName?: string | null;
  companySize?: number | null;
  accountName?: string | null;
  role?: string | null;
  storeZipCode?: string | null;
  storeNumber?: string | null;
}

export interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

export interface Cart {
  total?: number | null;
  currency?: string | null;
  numItems?: number | null;
  products?: readonly { product: Product; quantity: number }[];
}

export interface Product {
  name?: string;
  category?: string;
  sku?: string;
  price?: number;
}

/** `serverTimeStamp` is milliseconds since 1970. */
type Attribute<Value> =
  (Partial<Value> & { serverTimeStamp?: number; contexts?: { page?: { id: string } } }) | null;

/** `iss` names who signed it, `acr` how well the consumer was identified. */
type Signed<Value> = Partial<Value> & { acr?: string; iss?: string; auth?: object };
