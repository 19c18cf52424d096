// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// A token that, armed, calls somebody at every transfer: what OPEN never does.
contract CallbackToken is ERC20 {
    address private _target;
    bytes private _data;

    constructor() ERC20("Callback", "CB") {
        _mint(msg.sender, 1e27);
    }

    function arm(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (_target == address(0)) return;
        (bool ok, bytes memory reason) = _target.call(_data);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}
