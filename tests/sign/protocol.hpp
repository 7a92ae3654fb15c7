#pragma once

#include <string>

#include "pdf/font_session.hpp"
#include "pdf/writer.hpp"

namespace irikteu::sign_test {

/// Two pages of a protocol in Kazakh with five signature fields, "sign-1" … "sign-5", and a text field "note", as the document pipeline makes them.
std::string protocol(pdf::FontSession& fonts, pdf::Container container = pdf::Container::classic);

}  // namespace irikteu::sign_test
