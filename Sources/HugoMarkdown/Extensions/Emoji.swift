/// The emoji that `:name:` stands for: the common ones.
package enum Emoji {
    /// The text with every name of an emoji between colons replaced by the emoji.
    package static func replacingNames(in text: String) -> String {
        guard text.utf8.contains(0x3A) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x3A {
                var end = index + 1
                while end < bytes.count, end - index < 40, isNameByte(bytes[end]) { end += 1 }
                if end < bytes.count, bytes[end] == 0x3A,
                    let emoji = table[String(decoding: bytes[index + 1..<end], as: UTF8.self)]
                {
                    result.append(contentsOf: emoji.utf8)
                    index = end + 1
                    continue
                }
            }
            result.append(bytes[index])
            index += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The emoji at `index`, where a `:` stands, as numeric entities, and how many bytes its name takes with both colons.
    static func text(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, length: Int)? {
        var end = index + 1
        while end < bytes.count, end - index < 40, isNameByte(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == 0x3A, end > index + 1 else { return nil }
        guard let text = table[String(decoding: bytes[index + 1..<end], as: UTF8.self)] else { return nil }
        return (text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined(), end + 1 - index)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isASCIIAlphanumeric(byte) || byte == 0x5F || byte == 0x2B || byte == 0x2D
    }

    private static let table: [String: String] = {
        var table: [String: String] = [:]
        for line in list.split(separator: "\n") {
            let words = line.split(separator: " ")
            for name in words.dropFirst() { table[String(name)] = String(words[0]) }
        }
        return table
    }()

    // One emoji a line, then its names as GitHub has them.
    private static let list = """
        😄 smile
        😃 smiley
        😀 grinning
        😁 grin
        😆 laughing satisfied
        😅 sweat_smile
        😂 joy
        🤣 rofl
        🙂 slightly_smiling_face
        🙃 upside_down_face
        😉 wink
        😊 blush
        😇 innocent
        😍 heart_eyes
        😘 kissing_heart
        😜 stuck_out_tongue_winking_eye
        😛 stuck_out_tongue
        🤔 thinking
        🤐 zipper_mouth_face
        😐 neutral_face
        😑 expressionless
        😏 smirk
        😒 unamused
        🙄 roll_eyes
        😬 grimacing
        😌 relieved
        😔 pensive
        😪 sleepy
        😴 sleeping
        😷 mask
        😎 sunglasses
        🤓 nerd_face
        😕 confused
        😟 worried
        😮 open_mouth
        😲 astonished
        😳 flushed
        😨 fearful
        😢 cry
        😭 sob
        😱 scream
        😞 disappointed
        😓 sweat
        😩 weary
        😡 rage pout
        😠 angry
        💀 skull
        💩 hankey poop shit
        👻 ghost
        👽 alien
        🤖 robot
        ❤️ heart
        🧡 orange_heart
        💛 yellow_heart
        💚 green_heart
        💙 blue_heart
        💜 purple_heart
        🖤 black_heart
        💔 broken_heart
        💯 100
        💥 boom collision
        💡 bulb
        💬 speech_balloon
        💤 zzz
        👋 wave
        👌 ok_hand
        ✌️ v
        👈 point_left
        👉 point_right
        👆 point_up_2
        👇 point_down
        ☝️ point_up
        👍 +1 thumbsup
        👎 -1 thumbsdown
        ✊ fist fist_raised
        👏 clap
        🙌 raised_hands
        🙏 pray
        💪 muscle
        👀 eyes
        👁️ eye
        🧠 brain
        👤 bust_in_silhouette
        👥 busts_in_silhouette
        🐛 bug
        🐍 snake
        🐳 whale
        🐧 penguin
        🐢 turtle
        🦄 unicorn
        🌍 earth_africa
        🌎 earth_americas
        🌏 earth_asia
        🌐 globe_with_meridians
        🌱 seedling
        🍀 four_leaf_clover
        🍎 apple
        🍕 pizza
        ☕ coffee
        🍺 beer
        🍻 beers
        🎂 birthday
        🎉 tada
        🎊 confetti_ball
        🎁 gift
        🎈 balloon
        🏆 trophy
        🥇 1st_place_medal
        🎯 dart
        🎨 art
        🎬 clapper
        🎵 musical_note
        🏠 house
        🏢 office
        🚀 rocket
        🚗 car red_car
        ✈️ airplane
        🚧 construction
        🚨 rotating_light
        🚦 vertical_traffic_light
        ⏰ alarm_clock
        ⌛ hourglass
        ⏳ hourglass_flowing_sand
        ⌚ watch
        ☀️ sunny
        ☁️ cloud
        ⛅ partly_sunny
        ⚡ zap
        🔥 fire
        💧 droplet
        🌊 ocean
        ❄️ snowflake
        ☔ umbrella
        ⭐ star
        🌟 star2
        ✨ sparkles
        🌈 rainbow
        📱 iphone
        💻 computer
        🖥️ desktop_computer
        ⌨️ keyboard
        🖨️ printer
        💾 floppy_disk
        💿 cd
        📷 camera
        📺 tv
        🔍 mag
        🔎 mag_right
        🔋 battery
        🔌 electric_plug
        🔧 wrench
        🔨 hammer
        🛠️ hammer_and_wrench
        ⚙️ gear
        🔩 nut_and_bolt
        🔑 key
        🔒 lock
        🔓 unlock
        🔐 closed_lock_with_key
        🔗 link
        📎 paperclip
        ✂️ scissors
        📌 pushpin
        📍 round_pushpin
        📝 memo pencil
        ✏️ pencil2
        📖 book open_book
        📚 books
        📄 page_facing_up
        📁 file_folder
        📂 open_file_folder
        📅 date
        📆 calendar
        📈 chart_with_upwards_trend
        📉 chart_with_downwards_trend
        📊 bar_chart
        📋 clipboard
        📦 package
        📫 mailbox
        📧 email e-mail
        ✉️ envelope
        📢 loudspeaker
        📣 mega
        🔔 bell
        🔖 bookmark
        🏷️ label
        💰 moneybag
        💵 dollar
        💳 credit_card
        🗑️ wastebasket
        🧪 test_tube
        🔬 microscope
        🔭 telescope
        💊 pill
        🚫 no_entry_sign
        ⛔ no_entry
        ⚠️ warning
        ❗ exclamation heavy_exclamation_mark
        ❓ question
        ❕ grey_exclamation
        ❔ grey_question
        ‼️ bangbang
        ⁉️ interrobang
        ✅ white_check_mark
        ☑️ ballot_box_with_check
        ✔️ heavy_check_mark
        ❌ x
        ❎ negative_squared_cross_mark
        ➕ heavy_plus_sign
        ➖ heavy_minus_sign
        ✖️ heavy_multiplication_x
        ➡️ arrow_right
        ⬅️ arrow_left
        ⬆️ arrow_up
        ⬇️ arrow_down
        ↗️ arrow_upper_right
        ↘️ arrow_lower_right
        ↩️ leftwards_arrow_with_hook
        ↪️ arrow_right_hook
        🔄 arrows_counterclockwise
        🔃 arrows_clockwise
        🔙 back
        🔜 soon
        🔝 top
        🆕 new
        🆓 free
        🆗 ok
        🆘 sos
        🆙 up
        ℹ️ information_source
        ♻️ recycle
        🔴 red_circle
        🔵 large_blue_circle
        🟢 green_circle
        🟡 yellow_circle
        ⚪ white_circle
        ⚫ black_circle
        🏁 checkered_flag
        🚩 triangular_flag_on_post
        © copyright
        ® registered
        ™️ tm
        👷 construction_worker
        👨‍💻 man_technologist
        👩‍💻 woman_technologist
        🧑‍💻 technologist
        🤝 handshake
        🤷 shrug
        🤦 facepalm
        👮 cop
        🕐 clock1
        🐶 dog
        🐱 cat
        🐭 mouse
        🐹 hamster
        🐰 rabbit
        🐻 bear
        🐼 panda_face
        🐙 octopus
        🐝 bee honeybee
        🐘 elephant
        🦀 crab
        🦊 fox_face
        """
}
