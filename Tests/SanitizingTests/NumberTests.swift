import Testing

@testable import Sanitizing

@Suite struct NumberTests {
  @Test(arguments: [
    "call ⟦+49 159 0412047⟧ now", "⟦+1 (415) 555-2671⟧", "tel: ⟦030 123456789⟧", "⟦415-555-2671⟧",
    "⟦(415) 555-2671⟧",
    "card ⟦4111 1111 1111 1111⟧ declined", "pan=⟦5555555555554444⟧", "⟦378282246310005⟧",
    "⟦4111-1111-1111-1111⟧ 12/27",
    "⟦DE89370400440532013000⟧", "IBAN ⟦GB29 NWBK 6016 1331 9268 19⟧", "ssn ⟦078-05-1120⟧", "SSN: ⟦078051120⟧",
    "NHS ⟦943 476 5919⟧", "nhsNumber: ⟦943 476 5919⟧", "PESEL ⟦44051401359⟧", "Steuer-ID ⟦86095742719⟧",
    "BSN ⟦111222333⟧",
    "cpf ⟦529.982.247-25⟧", "sin: ⟦046 454 286⟧", "socialInsuranceNumber: ⟦046 454 286⟧",
    "aadhaar ⟦2345 6789 0124⟧",
    "accountNumber=⟦1106919123⟧", "medicalRecordNumber: ⟦43508471⟧", "passport ⟦123456789⟧",
    "nino=⟦MW354874A⟧", "DNI ⟦24174538C⟧", "CF=⟦GVFLMT92E03C323Y⟧", "hetu=⟦101189-421V⟧", "PAN=⟦BBTPA2932V⟧",
    "dob=⟦1987-10-04⟧", "born on ⟦4 October 1987⟧", "ship to ⟦6 Elm Lane, Springfield, IL 62706⟧ failed",
    "an ⟦Goethestraße 89, 10115 Berlin⟧ geliefert",
  ]) func numbersOfPeopleVanish(text: String) {
    let text = Marked(text)
    #expect(Cleaning.marked(text.plain) == text.expected)
  }

  @Test(arguments: [
    "4111 1111 1111 1112", "order 4111111111111112", "DE89370400440532013001", "trace=2025550199d06548498",
    "1741962247123", "2026-03-14T14:24:07.123Z", "14:24:07.123456",
    "commit f63476050d9c0216203cee88bc468153ba86e678",
    "52e62d37-cba8-47b1-9deb-a0b17013e177",
    "sha256:353289c0b0f9b49a0e1d975e90bc3d795f2a1563d002502bdbf9c1172dc1eae5",
    "offset 123456789 lag 987654", "took 1234567 ms", "+1781.221934 [0 x]", "v10.4.2.1", "1.28.3-rc.1",
    "http_requests_total{code=\"503\"} 4111", "ORA-12541", "PID 3141592", "666-12-3456", "000-12-3456",
  ]) func otherNumbersStay(text: String) {
    #expect(Cleaning.text(text) == text)
  }
}
