#include "signed_samples.hpp"

#include <vector>

#include "../pdf/page_maker.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"

namespace irikteu::sign_test {

std::string NoNetwork::get(const std::string& address) { throw base::Error(base::ErrorCode::environment, "no network", {address, 0, 0, {}}); }
std::string NoNetwork::post(const std::string& address, std::string_view, std::string_view) { return get(address); }

base::Moment now() { return base::SystemClock().now(); }

seal::SignOptions options_for(int signatory) {
    seal::SignOptions options;
    options.now = now();
    options.request.time = base::Moment::parse("2015-10-09T18:05:00+06:00");
    options.request.name = Authority::names()[static_cast<std::size_t>(signatory)];
    options.request.appearance.lines = {options.request.name, "Күні: 09.10.2015 18:05", "Сертификат №: 1000"};
    return options;
}

std::string signed_by(const std::string& file, int signatory, pdf::FontSession& fonts) {
    NoNetwork network;
    return seal::sign_file(file, Authority::shared().key(signatory), options_for(signatory), fonts, network);
}

const std::string& signed_protocol(int count) {
    static const std::vector<std::string> files = [] {
        pdf::FontSession fonts(pdf_test::library());
        std::vector<std::string> made{protocol(fonts)};
        for (int i = 0; i < Authority::kSignatories; ++i) made.push_back(signed_by(made.back(), i, fonts));
        return made;
    }();
    return files.at(static_cast<std::size_t>(count));
}

seal::VerifyOptions verification_without_revocation() {
    seal::VerifyOptions options;
    options.trust = Authority::shared().trust();
    options.now = now();
    return options;
}

seal::VerifyOptions verification() {
    static const std::vector<std::string> crls{Authority::shared().crl({}), Authority::shared().root_crl()};
    seal::VerifyOptions options = verification_without_revocation();
    options.now = now();
    options.given.crls = crls;
    return options;
}

}  // namespace irikteu::sign_test
